// n8n loads the nodes and credentials listed in package.json; a package must have an entry point all the same.
module.exports = {};
