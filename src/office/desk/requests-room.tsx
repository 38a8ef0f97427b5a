import { Requests } from '../../features/office/requests/requests'
import { HouseholdFile } from '../../features/own/household/household-file'
import { today } from '../../services/wire/clock'

/** Beside a request stands the file as the household itself sees it. */
export const RequestsRoom = () => <Requests today={today()} draw={(file) => <HouseholdFile file={file} />} />
