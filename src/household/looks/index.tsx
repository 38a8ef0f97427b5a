import { useBulletinHome } from '../../features/public/bulletin/use-bulletin'
import { LooksPart } from '../../features/own/looks/looks-part'
import { useLooks } from '../../features/own/looks/use-looks'
import { Screen } from '../../features/public/reading/screen'
import { HelpLine } from '../../ui/read/help-line'
import { usePull } from '../../ui/read/use-pull'
import { WhenReady } from '../../ui/read/when-ready'
import '../household.scss'

export default function LooksPage() {
  const query = useLooks()
  const help = useBulletinHome().data?.county.helpLine
  usePull(query)
  return (
    <Screen title="谁看过我的信息">
      <WhenReady query={query}>{(answer) => <LooksPart answer={answer} help={help} />}</WhenReady>
      {help && <HelpLine {...help} />}
    </Screen>
  )
}
