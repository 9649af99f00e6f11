import type { LabelledOrder, OrderWithFields } from '../../shared/api/ports/orderMarks';
import { customFieldsShape, labelsShape } from '../../shared/n8n/output/markShapes';

export const orderLabelsShape = labelsShape<LabelledOrder>('orderNumber', 'orderId');
export const orderFieldsShape = customFieldsShape<OrderWithFields>('orderNumber', 'orderId');
