import type { FileKind } from '#contract/intake/actions'
import { disability } from './disability/kind'
import { dividend } from './dividend/kind'
import { doctor } from './doctor/kind'
import { exit } from './exit/kind'
import { farmland } from './farmland/kind'
import type { KindOfFile } from './kind'
import { medical } from './medical/kind'
import { pairing } from './pairing/kind'
import { paymentPlan } from './plan/kind'
import { project } from './project/kind'
import { bankReceipt } from './receipt/kind'
import { register } from './register/kind'
import { vital } from './vital/kind'
import { schooling } from './schooling/kind'

const byName: Record<FileKind, KindOfFile> = {
  register,
  'payment-plan': paymentPlan,
  'bank-receipt': bankReceipt,
  pairing,
  doctor,
  dividend,
  exit,
  vital,
  medical,
  project,
  disability,
  farmland,
  schooling,
}

/** The kinds of department file that intake knows. A new kind is a folder beside these, and a line above. */
export const kindsOfFile: KindOfFile[] = Object.values(byName)
