//! Every committed file loads and has cases with unique ids.

use std::collections::HashSet;

fn assert_named(file: &str, ids: Vec<String>) {
    assert!(!ids.is_empty(), "{file} has no cases");
    let mut seen = HashSet::new();
    for id in ids {
        assert!(seen.insert(id.clone()), "{file} has {id} twice");
    }
}

#[test]
fn every_file_loads() {
    assert_named("issue.json", token04_vectors::issue().into_iter().map(|case| case.id).collect());
    assert_named("open.json", token04_vectors::open().into_iter().map(|case| case.id).collect());
    assert_named("reject.json", token04_vectors::reject().into_iter().map(|case| case.id).collect());
    assert_named("arguments.json", token04_vectors::arguments().into_iter().map(|case| case.id).collect());
    assert_named(
        "privilege.json",
        token04_vectors::privilege().into_iter().map(|case| case.id().to_owned()).collect(),
    );
    assert_named("diagnose.json", token04_vectors::diagnose().into_iter().map(|case| case.id).collect());
    assert_named("kit.json", token04_vectors::kit().into_iter().map(|case| case.id).collect());
    assert_named("vocabulary.json", token04_vectors::vocabulary().into_iter().map(|case| case.id).collect());
}

#[test]
fn cases_that_rust_cannot_carry_have_a_need() {
    for case in token04_vectors::arguments() {
        let carried = case.app_id().is_some() && case.secret().is_some() && case.user_id().is_some();
        assert!(carried || !case.needs.is_empty(), "{} lacks an argument and names no need", case.id);
        assert!(
            case.ttl().is_some() || !case.needs.is_empty(),
            "{} lacks its ttl and names no need",
            case.id
        );
        assert!(
            case.payload().is_some() || !case.needs.is_empty(),
            "{} lacks its payload and names no need",
            case.id
        );
    }
}
