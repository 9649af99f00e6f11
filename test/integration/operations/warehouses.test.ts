import { describeOperations } from './everyOperation';

describeOperations('extensivWarehouses');
