# The core against the bare AES chain and the plain way of writing it; then whether refusals take the same time, and
# what a diagnosis costs, which has no baseline.
cargo bench -q --locked -p token04-core --bench token -- "$@"
case " $* " in
    *" --json "*) ;;
    *)
        cargo bench -q --locked -p token04-core --bench refusals -- "$@"
        cargo bench -q --locked -p token04-core --bench diagnose -- "$@"
        ;;
esac
