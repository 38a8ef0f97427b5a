import { readRootKeys, type Keys } from '../seal/keys'

export type Variables = Readonly<Record<string, string | undefined>>

/** Reads the environment's variables and remembers every fault, so that one error tells them all; never a value that is secret. */
export class VariableReader {
  private readonly missing: string[] = []
  private readonly wrong: string[] = []

  constructor(private readonly env: Variables) {}

  said = (name: string): string => this.env[name]?.trim() ?? ''

  /** Notes which of these, by name and meaning, are not set. */
  needs(variables: Record<string, string>, why = ''): void {
    for (const [name, meaning] of Object.entries(variables)) if (!this.said(name)) this.missing.push(`${name}：${meaning}${why}`)
  }

  /** What `read` makes of a variable, or a note of what it says is wrong with it. */
  told<Value>(read: () => Value): Value | undefined {
    try {
      return read()
    } catch (error) {
      this.wrong.push((error as Error).message)
      return undefined
    }
  }

  /** @throws Error with every fault that was noted. */
  end(): void {
    if (this.missing.length + this.wrong.length > 0)
      throw new Error([...listed('缺少环境变量：', this.missing), ...listed('环境变量写得不对：', this.wrong)].join('\n'))
  }
}

const listed = (title: string, lines: string[]): string[] => (lines.length > 0 ? [title, ...lines] : [])

/** The variables that every function needs. */
export function readGroundVariables(variables: VariableReader): Keys | undefined {
  variables.needs({ ROOT_KEYS: '根密钥，形如 1:<base64 的 32 字节>，由部署命令生成' })
  if (!variables.said('TCB_ENV') && !variables.said('SCF_NAMESPACE')) variables.needs({ TCB_ENV: '云开发环境 ID' })
  return variables.said('ROOT_KEYS') ? variables.told(() => readRootKeys(variables.said('ROOT_KEYS'))) : undefined
}
