import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { totpAt } from '#kernel/access/totp'
import type { RunningStart } from './local-cloud'
import { shows } from './company'
import type { Visitor } from './visitor'

const root = resolve(__dirname, '../..')
const passphrase = '一句自己好记的话没人猜得到'

/** An officer who has opened a desk of their own. */
export interface Newcomer {
  login: string
  passphrase: string
  /** What their authenticator shows so many seconds from now: each code is good once. */
  code(later?: number): string
}

/** An officer of an agency, invited from the terminal, opens a desk with passphrase and TOTP, and is signed in. */
export async function opensDesk(visit: Visitor, { data }: RunningStart, name: string, agency: string): Promise<Newcomer> {
  const asked = ['dist/local/invite.js', '--data', data, '--role', 'officer', '--name', name, '--agency', agency]
  const said = execFileSync(process.execPath, asked, { cwd: root }).toString()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)![0]
  await visit.go('/office')
  await shows(visit, 'office-door')
  await visit.on('office-first-time').click()
  await visit.on('enrol-code').fill(code)
  await visit.on('enrol-start').click()
  const secret = (await visit.on('enrol-secret').innerText()).replace(/\s/g, '')
  const login = `new${Date.now()}`
  await visit.on('enrol-login').fill(login)
  await visit.on('enrol-passphrase').fill(passphrase)
  await visit.on('enrol-again').fill(passphrase)
  await shows(visit, 'office-enrol')
  await visit.on('enrol-totp').fill(totpAt(secret, new Date()))
  await visit.on('enrol-finish').click()
  await visit.on('office-sign-out').waitFor()
  return { login, passphrase, code: (later = 0) => totpAt(secret, new Date(Date.now() + later * 1000)) }
}
