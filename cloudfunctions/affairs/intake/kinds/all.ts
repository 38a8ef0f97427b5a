import type { KindOfFile } from '../kind'
import { bankReceipt } from './receipt/read'
import { dividend } from './dividend/read'
import { doctor } from './doctor/read'
import { exit } from './exit/read'
import { pairing } from './pairing/read'
import { paymentPlan } from './plan/read'
import { register } from './register/read'

/** The kinds of department file that intake knows. A new kind is a new file beside these, and a line here. */
export const kindsOfFile: KindOfFile[] = [register, paymentPlan, bankReceipt, pairing, doctor, dividend, exit]
