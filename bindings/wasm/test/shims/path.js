// The vectors have no folder here.

exports.join = (_folder, name) => name;
exports.basename = () => "";
