import { describeOperations } from './everyOperation';

describeOperations('extensivShipments');
