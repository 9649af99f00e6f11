import type { FieldType, INodePropertyOptions } from 'n8n-workflow';

/**
 * One column that a resource mapper offers. It has no value checks of its own: values are read like form fields, with
 * the same checks.
 */
export interface Column {
	/** The key of the value, for example `vendorCost`. */
	id: string;
	/** What the user sees. */
	label: string;
	/**
	 * The input that the form shows. n8n's own type check is off, because it rejects values that the domain's parsers can
	 * read (`1,250.00`, `yes`).
	 */
	type: FieldType;
	required?: boolean;
	/**
	 * Hidden until the user adds it: for rarely used columns, and for switches, which n8n would start as “off” and send.
	 */
	hiddenByDefault?: boolean;
	options?: INodePropertyOptions[];
	/** Identifies records, where the mapper looks them up. */
	matches?: boolean;
	/** Other names for it in exports. */
	alsoCalled?: readonly string[];
	/**
	 * Those that are more specific than the label (`Ship City`), and those that may also mean something else (`Order`).
	 */
	specific?: readonly string[];
	general?: readonly string[];
}
