import { Screen } from '../../features/reading/screen'

export default function Page() {
  return <Screen title="小康码">{null}</Screen>
}
