import { Funds } from '../../features/office/funds/funds'
import { today } from '../../services/wire/clock'

/** Where the county's money is, as of today. */
export const FundsRoom = () => <Funds today={today()} />
