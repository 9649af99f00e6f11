'use strict';

/**
 * Coverage reporter that prints the one figure that counts, and the files that pull it down. Statements and branches are left out:
 * those of the compiled form are not those of the source.
 */
module.exports = class LineFigure {
	execute(context) {
		const files = [];
		context.getTree('flat').visit({
			onDetail: (node) => files.push({ name: node.getRelativeName(), ...node.getCoverageSummary().lines }),
		});
		const total = context.getTree('flat').getRoot().getCoverageSummary().lines;
		process.stdout.write(`\nLine coverage: ${total.pct} % (${total.covered} of ${total.total} lines)\n`);
		const low = files.filter(({ pct }) => pct < 80).sort((one, other) => one.pct - other.pct);
		for (const { name, covered, total: lines } of low) process.stdout.write(`  ${covered} of ${lines}  ${name}\n`);
	}
};
