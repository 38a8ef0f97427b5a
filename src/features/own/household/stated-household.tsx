import type { CodeToken } from '#domain/access/code-token'
import { go, paths } from '../../../services/pages/paths'
import { Notice } from '../../../ui/read/notice'
import type { Stated } from '../../../ui/act/purpose-choice'
import { WhenReady } from '../../../ui/read/when-ready'
import { HouseholdFile } from './household-file'
import { useStatedLookup } from './use-household'

/** What a worker sees of a household, after saying why and with whose consent. */
export const StatedHousehold = ({ token, stated }: { token: CodeToken; stated: Stated }) => (
  <WhenReady query={useStatedLookup(token, stated)} words="正在查…">
    {(page) =>
      page.kind === 'household' ? (
        <HouseholdFile file={page} token={token} onDetails={() => go(paths.details(token))} />
      ) : (
        <Notice kind="needs-you">现在看不到这一户。请重新扫一次码；还不行，请问镇里管授权的人。</Notice>
      )
    }
  </WhenReady>
)
