import type { KindOfFile } from '../kind'
import { bankReceipt } from './bank-receipt'
import { dividend } from './dividend'
import { doctor } from './doctor'
import { exit } from './exit'
import { pairing } from './pairing'
import { paymentPlan } from './payment-plan'
import { register } from './register'

/** The kinds of department file that intake knows. A new kind is a new file beside these, and a line here. */
export const kindsOfFile: KindOfFile[] = [register, paymentPlan, bankReceipt, pairing, doctor, dividend, exit]
