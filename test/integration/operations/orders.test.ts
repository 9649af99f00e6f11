import { describeOperations } from './everyOperation';

describeOperations('extensivOrders');
