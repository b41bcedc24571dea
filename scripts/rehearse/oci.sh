# A container engine: skopeo reads the image and copies it, and the image runs in a root that holds nothing else, as the user
# that it declares and with the command that it declares.
need skopeo tar curl python3
image=oci-archive:$(packages "oci/token04-$version.oci.tar"):$version
skopeo inspect --config "$image" > "$work/config.json"
skopeo copy --quiet "$image" "dir:$work/image"
root_folder=$work/root
mkdir -p "$root_folder/etc/token04"
python3 -c 'import json, sys; print(*[layer["digest"].removeprefix("sha256:") for layer in json.load(sys.stdin)["layers"]], sep="\n")' \
    < "$work/image/manifest.json" | while read -r layer; do
    tar -xzf "$work/image/$layer" -C "$root_folder"
done
# One argument a line, with the port replaced by a free one.
port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
mapfile -t command < <(python3 -c 'import json, sys; c = json.load(sys.stdin)["config"]; print(*c["Entrypoint"], *c["Cmd"], sep="\n")' \
    < "$work/config.json" | sed "s/^0\.0\.0\.0:8404$/127.0.0.1:$port/")
# Root becomes the image's user; anyone else enters a namespace of their own.
user=$(python3 -c 'import json, sys; print(json.load(sys.stdin)["config"]["User"])' < "$work/config.json")
[ "$user" = 65532:65532 ]
if [ "$(id -u)" -eq 0 ]; then
    inside=(chroot --userspec="$user" "$root_folder")
else
    inside=(unshare --map-root-user chroot "$root_folder")
fi

makes_a_token "${inside[@]}" "${command[0]}"
# What a user mounts. The program needs nothing of the image, so it runs outside of it too.
settings=$root_folder/etc/token04
"$root_folder${command[0]}" serve new-key --name backend --file "$settings/keys.toml" > "$work/key"
printf '[auth.api_keys]\nfile = "keys.toml"\n' > "$settings/token04.toml"
chmod -R a+rX "$root_folder" "$work"
"${inside[@]}" "${command[@]}" > "$work/service.log" 2>&1 &
service=$!
trap 'kill "$service"; cat "$work/service.log"' EXIT
curl --silent --fail --retry 20 --retry-connrefused --retry-delay 1 "http://127.0.0.1:$port/readyz" > "$work/ready"
curl --silent --fail --header "X-API-Key: $(cat "$work/key")" --data '{"user_id":"user1"}' "http://127.0.0.1:$port/v1/token" > "$work/answer"
"$root_folder${command[0]}" verify --user-id user1 \
    "$(python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])' < "$work/answer")" > "$work/verified"
# It stops when the engine asks.
kill "$service"
trap - EXIT
wait "$service"
