import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/access/code-token'
import { Bind } from '../../features/own/binding/bind'
import { Screen } from '../../features/public/reading/screen'
import { BadCode } from '../../features/public/scan-code/bad-code'
import { go, paths } from '../../services/pages/paths'
import { Link } from '../../ui/act/link'
import '../household.scss'

export default function BindPage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  return (
    <Screen title="绑定手机">
      {token ? (
        <>
          <Bind token={token} />
          <Link id="privacy-first" onPress={() => go(paths.privacy)}>
            绑定前先看隐私说明
          </Link>
        </>
      ) : (
        <BadCode />
      )}
    </Screen>
  )
}
