import type { CodeToken } from '#domain/access/code-token'
import { go, paths } from '../../../services/pages/paths'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'

/** A grid worker's way to confirm, face to face, the phone of somebody of this household. */
export const ConfirmRow = ({ token }: { token: CodeToken }) => (
  <Card>
    <Row id="confirm-phone" icon="phone" note="输入 6 位核对码" onPress={() => go(paths.confirm(token))}>
      给本人绑定手机
    </Row>
  </Card>
)
