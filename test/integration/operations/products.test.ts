import { describeOperations } from './everyOperation';

describeOperations('extensivProducts');
