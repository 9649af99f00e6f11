/** Decimal arithmetic for money, bundled. */
import Big from 'big.js';
export { Big };
