import { Look } from '../../features/office/look/look'
import { HouseholdFile } from '../../features/own/household/household-file'

/** A file that an officer opens reads as the household itself sees it. */
export const LookRoom = () => <Look draw={(file, mark) => <HouseholdFile file={file} mark={mark} />} />
