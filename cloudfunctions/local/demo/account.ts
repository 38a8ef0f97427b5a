import type { Account } from '#store/access/accounts'

/** What signing in as somebody binds, and where they then begin. */
export interface DemoAccount {
  id: string
  label: string
  binds: Pick<Account, 'person' | 'staffId' | 'grantHolders'>
  opens: '/' | '/office'
}
