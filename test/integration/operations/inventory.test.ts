import { describeOperations } from './everyOperation';

describeOperations('extensivInventory');
