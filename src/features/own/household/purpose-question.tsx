import { View } from '@tarojs/components'
import type { PurposeAsked } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { roleNames } from '#domain/access/staff'
import { go, paths } from '../../../services/pages/paths'
import { PurposeChoice, type Stated } from '../../../ui/act/purpose-choice'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'
import { ConfirmRow } from './confirm-row'

/** What a worker is asked before anything of the household is; beside it what else somebody at the door comes for. */
export const PurposeQuestion = ({
  asked,
  token,
  onStated,
}: {
  asked: PurposeAsked
  token: CodeToken
  onStated: (stated: Stated) => void
}) => (
  <>
    <PurposeChoice where={`${asked.village} · 您的身份：${roleNames[asked.role]}`} purposes={asked.purposes} onStated={onStated} />
    {asked.confirm && <ConfirmRow token={token} />}
    <Card>
      <Row id="visit-home" icon="home" note="上次说的、这次有没有变、听到的需求" onPress={() => go(paths.visit(token, 'token'))}>
        记一次走访
      </Row>
    </Card>
    <View className="footnote">谁、什么时候、为什么查，都会记下来。</View>
  </>
)
