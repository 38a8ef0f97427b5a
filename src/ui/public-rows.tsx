import { go, paths } from '../services/paths'
import { Row } from './row'

/** What anyone may read without signing in; under each its newest title, where it is known. */
export const PublicRows = ({ policy, news }: { policy?: string; news?: string }) => (
  <>
    <Row id="see-policy" note={policy} onPress={() => go(paths.bulletin('policy'))}>看政策</Row>
    <Row id="see-news" note={news} onPress={() => go(paths.bulletin('news'))}>看动态</Row>
  </>
)
