import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/code-token'
import { Bind } from '../../features/binding/bind'
import { Screen } from '../../features/reading/screen'
import { BadCode } from '../../features/scan-code/bad-code'
import { go, paths } from '../../services/paths'
import { Link } from '../../ui/link'
import '../household.scss'

export default function BindPage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  return (
    <Screen title="绑定手机">
      {token ? <><Bind token={token} /><Link id="privacy-first" onPress={() => go(paths.privacy)}>绑定前先看隐私说明</Link></> : <BadCode />}
    </Screen>
  )
}
