import type { CustomFieldDefinition, CustomFieldValue } from '../../domain/account/customField';
import type { OrderKey } from '../../domain/order/order';
import type { WithRaw } from './types';
import type { Inputs, Results } from './orders';

export interface OrderWithFields {
	orderId: string;
	orderNumber: string;
	customFields: CustomFieldValue[];
}

export interface FieldsChange {
	key: OrderKey;
	/** Fields by name or id. */
	values: Array<{ field: string; value: unknown }>;
}

export interface OrderFieldsPort {
	definitions(): Promise<Array<WithRaw<CustomFieldDefinition>>>;
	get(keys: Inputs<OrderKey>): Results<OrderWithFields>;
	set(changes: Inputs<FieldsChange>): Results<OrderWithFields>;
}
