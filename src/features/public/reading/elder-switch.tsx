import { Switch } from '../../../ui/act/switch'
import { withElder } from './sizes'
import { setReading, useReading } from './use-reading'

export function ElderSwitch() {
  const reading = useReading()
  return <Switch id="elder" label="长辈版" on={reading.elder} onChange={(elder) => setReading(withElder(reading, elder))} />
}
