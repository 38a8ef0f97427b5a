import { HouseholdFile } from '../../features/household/household-file'
import { useMine } from '../../features/household/use-household'
import { Screen } from '../../features/reading/screen'
import { usePull } from '../../ui/use-pull'
import { WhenReady } from '../../ui/when-ready'

export default function MinePage() {
  const mine = useMine()
  usePull(mine)
  return (
    <Screen title="我的一户">
      <WhenReady query={mine}>{(file) => <HouseholdFile file={file} />}</WhenReady>
    </Screen>
  )
}
