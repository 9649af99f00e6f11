import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** The rules of one of the older plugin's sets; its configs are of the eslintrc kind, of which flat config takes the rules only. */
const baseRules = (set) => n8nNodesBase.configs[set].rules;

/** Five rules that n8n's own tool and scanner switch off too: they contradict the newer plugin. */
const SUPERSEDED = Object.fromEntries(
	[
		'cred-class-field-documentation-url-miscased',
		'cred-class-field-type-options-password-missing',
		'node-class-description-inputs-wrong-regular-node',
		'node-class-description-outputs-wrong',
		'node-param-type-options-max-value-present',
	].map((rule) => [`n8n-nodes-base/${rule}`, 'off']),
);

/** Which words belong to which floor (docs/architecture.md). */
const FORM_LABEL =
	'A form label belongs to n8n/errors/fieldLabels.ts. An adapter names the field: an InputField such as salesChannelId.';
const A_FACT =
	'An adapter states a fact: throw new InputProblem({ field, problem, … }). Labels and remedies belong to n8n/errors.';
const CONTRACT_NAME =
	'Ask what a contract supports, not what it is called: contract.supports(capability), or credentialsFor(capability).';

const contractNames = { selector: 'Literal[value=/^(live|guide)$/]', message: CONTRACT_NAME };
const factsOnly = [
	{ selector: "NewExpression[callee.name='InputError']", message: A_FACT },
	{ selector: ":not(Property[key.name='what']) > Literal[value=/^[A-Z][a-z]+( [A-Z]+[a-z]*)+$/]", message: FORM_LABEL },
	{ selector: 'Property[key.name=/^(field|input|label)$/] > Literal[value=/^[A-Z]/]', message: FORM_LABEL },
	{
		selector: 'CallExpression[callee.name=/^(wireId|wireQuantity|rejectDuplicates)$/] > Literal[value=/^[A-Z]/]',
		message: FORM_LABEL,
	},
];

const plugins = { 'n8n-nodes-base': n8nNodesBase };

export default tseslint.config(
	{ ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'test/sandbox/contract/*.json'] },
	js.configs.recommended,
	...tseslint.configs.recommended,
	{
		files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
		languageOptions: {
			sourceType: 'commonjs',
			globals: {
				require: 'readonly',
				module: 'writable',
				process: 'readonly',
				console: 'readonly',
				__dirname: 'readonly',
				Buffer: 'readonly',
				setTimeout: 'readonly',
				clearTimeout: 'readonly',
				URL: 'readonly',
				URLSearchParams: 'readonly',
			},
		},
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{ files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
	{
		files: ['**/*.ts'],
		rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
	},
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'] },
	{
		files: ['nodes/**/*.ts'],
		plugins,
		rules: {
			...baseRules('nodes'),
			...SUPERSEDED,
			'no-console': 'error',
			'max-len': ['error', { code: 120, tabWidth: 2 }],
			'max-lines': ['error', 300],
		},
	},
	{
		files: ['nodes/**/*.ts'],
		ignores: ['nodes/shared/api/**', 'nodes/shared/contracts.ts'],
		rules: { 'no-restricted-syntax': ['error', contractNames] },
	},
	{ files: ['nodes/shared/api/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...factsOnly] } },
	{
		files: ['nodes/shared/{batch,http}/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', contractNames, ...factsOnly] },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins,
		rules: { ...baseRules('credentials'), ...SUPERSEDED, 'no-console': 'error' },
	},
	{
		files: ['package.json'],
		plugins,
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: { ...baseRules('community'), '@typescript-eslint/no-unused-expressions': 'off' },
	},
);
