import { Alerts } from '../../features/office/alerts/alerts'
import { HouseholdFile } from '../../features/own/household/household-file'
import { today } from '../../services/wire/clock'

/** A household that an alert is about opens as the household itself sees it, under a grant. */
export const AlertsRoom = () => <Alerts today={today()} draw={(file) => <HouseholdFile file={file} />} />
