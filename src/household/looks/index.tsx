import { useBulletinHome } from '../../features/bulletin/use-bulletin'
import { LooksPart } from '../../features/looks/looks-part'
import { useLooks } from '../../features/looks/use-looks'
import { Screen } from '../../features/reading/screen'
import { HelpLine } from '../../ui/help-line'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'
import '../household.scss'

export default function LooksPage() {
  const query = useLooks()
  const help = useBulletinHome().data?.county.helpLine
  usePull(query)
  return (
    <Screen title="谁看过我的信息">
      <WhenReady query={query}>
        {(answer) => <LooksPart answer={answer} help={help} />}
      </WhenReady>
      {help && <HelpLine {...help} />}
    </Screen>
  )
}
