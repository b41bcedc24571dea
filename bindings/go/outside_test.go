// Programs in modules of their own, outside the repository, as users write them.

package token04_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	token04 "github.com/token04/token04/bindings/go"
)

const (
	modulePath   = "github.com/token04/token04/bindings/go"
	officialPath = "github.com/zegoim/zego_server_assistant/token/go/src/token04"
)

func TestFromOutside(t *testing.T) {
	for _, program := range []string{"idiomatic", "official"} {
		t.Run(program, func(t *testing.T) {
			folder := newModule(t, program)
			goCommand(t, folder, "vet", ".")
			checkToken(t, goCommand(t, folder, "run", ".", secret))

			goCommand(t, folder, "mod", "vendor")
			checkToken(t, goCommand(t, folder, "run", "-mod=vendor", ".", secret))
			if used := goCommand(t, folder, "list", "-mod=vendor", "-f", "{{.Dir}}", modulePath); !strings.HasPrefix(used, folder) {
				t.Errorf("the vendored program uses %s", used)
			}
		})
	}
}

// newModule is a folder with a program of testdata and a go.mod that replaces this module by its folder.
func newModule(t *testing.T, program string) string {
	t.Helper()
	module, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join("testdata", program, "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	text := strings.Replace(string(source), officialPath, modulePath, 1)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	goCommand(t, folder, "mod", "init", "example.com/outside")
	goCommand(t, folder, "mod", "edit", "-replace", modulePath+"="+module)
	goCommand(t, folder, "mod", "tidy")
	return folder
}

// goCommand runs go in a folder and gives what it prints.
func goCommand(t *testing.T, folder string, arguments ...string) string {
	t.Helper()
	command := exec.Command("go", arguments...)
	command.Dir = folder
	var errors strings.Builder
	command.Stderr = &errors
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s%s", strings.Join(arguments, " "), err, output, errors.String())
	}
	return string(output)
}

func checkToken(t *testing.T, token string) {
	t.Helper()
	_, err := newVerifier(t, appID, secret).Verify(token, token04.WithUserID("user1"), token04.WithRoomID("room1"))
	if err != nil {
		t.Errorf("%v: %s", err, token)
	}
}
