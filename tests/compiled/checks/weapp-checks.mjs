// WeChat's own offline checks in a process of their own, because they keep watching the folder: node weapp-checks.mjs <folder>
// → one message to the parent.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ci from 'miniprogram-ci'

Socket.prototype.connect = () => {
  throw new Error('the checks must not need a network')
}

const folder = mkdtempSync(join(tmpdir(), 'xiaokang-key-'))
const privateKeyPath = join(folder, 'nobody.key')
// Neither check uses it; the tool only wants one to be there.
writeFileSync(privateKeyPath, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }))
try {
  const project = new ci.Project({ appid: 'touristappid', type: 'miniProgram', projectPath: process.argv[2], privateKeyPath, ignores: [] })
  const quality = await ci.checkCodeQuality(project)
  const { files, modules } = await ci.analyseCode(project, { silent: true })
  process.send(
    {
      quality,
      files: files.map(({ path, subPackage, moduleId }) => ({ path, subPackage, used: moduleId !== null })),
      faults: modules.flatMap(({ path, errors, buildError, deps }) =>
        [errors, buildError, ...deps.map(({ error }) => error)].filter(Boolean).map((fault) => ({ path, fault: String(fault) })),
      ),
    },
    () => process.exit(0),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
