import { reportsOpen } from '../../services/built-in/reports-open'
import { go, goAnew, paths } from '../../services/pages/paths'
import { Row } from './row'

interface Props {
  policy?: string
  news?: string
  /** Whether anonymous reports are taken, where the server has said so. */
  reports?: boolean
}

/**
 * What anyone may do without signing in; under policy and news the newest title, where it is known. The report begins anew: no page of a
 * signed-in person stays underneath, to ask for something beside it.
 */
export const PublicRows = ({ policy, news, reports = reportsOpen }: Props) => (
  <>
    <Row id="see-policy" icon="policy" note={policy} onPress={() => go(paths.bulletin('policy'))}>
      看政策
    </Row>
    <Row id="see-news" icon="news" note={news} onPress={() => go(paths.bulletin('news'))}>
      看动态
    </Row>
    <Row id="suggest" icon="suggest" onPress={() => go(paths.suggest())}>
      提意见
    </Row>
    <Row id="apply" icon="home" note="姓名、身份证号、电话、难在哪里，填四样" onPress={() => go(paths.apply())}>
      家里有困难，我要申请
    </Row>
    {reports && (
      <Row id="report" icon="report" onPress={() => goAnew(paths.report)}>
        我要举报
      </Row>
    )}
  </>
)
