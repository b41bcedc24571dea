//go:build go1.24

package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"sync"
	"time"
)

// goCrypto is the best of what the standard library documents: crypto/aes, encoding/json and encoding/base64,
// with the key, the random bytes, the JSON encoder and all buffers kept.
type goCrypto struct {
	block cipher.Block
	work  sync.Pool
}

// work is what one token at a time needs.
type work struct {
	random   random
	body     body
	json     bytes.Buffer
	encoder  *json.Encoder
	envelope []byte
	text     []byte
}

type body struct {
	AppID   uint32 `json:"app_id"`
	UserID  string `json:"user_id"`
	Nonce   uint32 `json:"nonce"`
	Ctime   int64  `json:"ctime"`
	Expire  int64  `json:"expire"`
	Payload string `json:"payload"`
}

func newGoCrypto() *goCrypto {
	return &goCrypto{
		block: must(aes.NewCipher([]byte(secret))),
		work: sync.Pool{New: func() any {
			work := new(work)
			work.encoder = json.NewEncoder(&work.json)
			work.encoder.SetEscapeHTML(false)
			return work
		}},
	}
}

func (crypto *goCrypto) issue(userID string, ttl time.Duration, payload string) string {
	work := crypto.work.Get().(*work)
	defer crypto.work.Put(work)
	random := work.random.next(aes.BlockSize + 4)
	iv, nonce := random[:aes.BlockSize], binary.NativeEndian.Uint32(random[aes.BlockSize:])>>1
	now := time.Now().Unix()
	work.body = body{appID, userID, nonce, now, now + int64(ttl/time.Second), payload}
	work.json.Reset()
	must(0, work.encoder.Encode(&work.body))
	plain := bytes.TrimSuffix(work.json.Bytes(), []byte{'\n'})

	envelope := appendHead(work.envelope[:0], work.body.Expire, iv)
	envelope = appendPadded(envelope, plain)
	ciphertext := envelope[headLen:]
	binary.BigEndian.PutUint16(envelope[headLen-2:], uint16(len(ciphertext)))
	cipher.NewCBCEncrypter(crypto.block, iv).CryptBlocks(ciphertext, ciphertext)
	work.envelope = envelope
	work.text = base64.StdEncoding.AppendEncode(append(work.text[:0], "04"...), envelope)
	return string(work.text)
}

var errRefused = errors.New("refused")

func (crypto *goCrypto) verify(token string) (*body, error) {
	if len(token) < 2 || token[:2] != "04" {
		return nil, errRefused
	}
	work := crypto.work.Get().(*work)
	defer crypto.work.Put(work)
	work.text = append(work.text[:0], token[2:]...)
	var err error
	if work.envelope, err = base64.StdEncoding.Strict().AppendDecode(work.envelope[:0], work.text); err != nil {
		return nil, err
	}
	envelope := work.envelope
	if len(envelope) < headLen+aes.BlockSize || binary.BigEndian.Uint16(envelope[8:]) != aes.BlockSize ||
		len(envelope)-headLen != int(binary.BigEndian.Uint16(envelope[headLen-2:])) || (len(envelope)-headLen)%aes.BlockSize != 0 {
		return nil, errRefused
	}
	iv, plain := envelope[10:10+aes.BlockSize], envelope[headLen:]
	cipher.NewCBCDecrypter(crypto.block, iv).CryptBlocks(plain, plain)
	padding := int(plain[len(plain)-1])
	if padding == 0 || padding > aes.BlockSize {
		return nil, errRefused
	}
	for _, value := range plain[len(plain)-padding:] {
		if int(value) != padding {
			return nil, errRefused
		}
	}
	body := new(body)
	if err := json.Unmarshal(plain[:len(plain)-padding], body); err != nil {
		return nil, err
	}
	if body.AppID != appID || body.Expire != int64(binary.BigEndian.Uint64(envelope)) || time.Now().Unix() >= body.Expire {
		return nil, errRefused
	}
	return body, nil
}

// headLen is what stands before the ciphertext: expiry, the IV and its length, the length of the ciphertext.
const headLen = 8 + 2 + aes.BlockSize + 2

// appendHead leaves the length of the ciphertext open.
func appendHead(envelope []byte, expire int64, iv []byte) []byte {
	envelope = binary.BigEndian.AppendUint64(envelope, uint64(expire))
	envelope = append(envelope, 0, aes.BlockSize)
	envelope = append(envelope, iv...)
	return append(envelope, 0, 0)
}

func appendPadded(envelope, plain []byte) []byte {
	envelope = append(envelope, plain...)
	padding := aes.BlockSize - len(plain)%aes.BlockSize
	for padded := 0; padded < padding; padded++ {
		envelope = append(envelope, byte(padding))
	}
	return envelope
}

// random is random bytes of the operating system's, drawn many at a time.
type random struct {
	drawn [4096]byte
	left  int
}

func (random *random) next(count int) []byte {
	if random.left < count {
		must(rand.Read(random.drawn[:]))
		random.left = len(random.drawn)
	}
	random.left -= count
	return random.drawn[random.left : random.left+count]
}
