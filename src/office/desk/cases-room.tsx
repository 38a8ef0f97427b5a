import { Cases } from '../../features/office/cases/cases'
import { today } from '../../services/wire/clock'

/** Cases of the register, as of today. */
export const CasesRoom = () => <Cases today={today()} />
