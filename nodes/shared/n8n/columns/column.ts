import type { FieldType, INodePropertyOptions } from 'n8n-workflow';

/**
 * One column that a resource mapper offers. What its values must be like is not said here: they are read as fields of a
 * form are, with the same checks.
 */
export interface Column {
	/** The name of the value, for example `vendorCost`. */
	id: string;
	/** What the user sees. */
	label: string;
	/**
	 * Which input the form shows. n8n's own check by this type is not used, because it refuses what the domain's parsers
	 * can read (`1,250.00`, `yes`).
	 */
	type: FieldType;
	required?: boolean;
	/**
	 * Not in the form until the user adds it: for what most do without, and for switches, which n8n would start as “off”
	 * and send.
	 */
	hiddenByDefault?: boolean;
	options?: INodePropertyOptions[];
	/** Tells records apart, where the mapper looks them up. */
	matches?: boolean;
	/** Other names under which exports have it. */
	alsoCalled?: readonly string[];
	/**
	 * Those of them that say more than the label does (`Ship City`), and those that may as well mean something else
	 * (`Order`).
	 */
	specific?: readonly string[];
	general?: readonly string[];
}
