import type { KindOfFile } from './kind'
import { bankReceipt } from './receipt/kind'
import { dividend } from './dividend/kind'
import { doctor } from './doctor/kind'
import { exit } from './exit/kind'
import { pairing } from './pairing/kind'
import { paymentPlan } from './plan/kind'
import { register } from './register/kind'

/** The kinds of department file that intake knows. A new kind is a folder beside these, and a line here. */
export const kindsOfFile: KindOfFile[] = [register, paymentPlan, bankReceipt, pairing, doctor, dividend, exit]
