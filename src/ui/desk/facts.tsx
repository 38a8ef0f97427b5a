import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

/** What is known of something, name by name; what is not known is left out. `look`: names of styles beside the usual one. */
export const Facts = ({ facts, look }: { facts: readonly Fact[]; look?: string }) => (
  <dl className={look === undefined ? 'facts' : `facts ${look}`}>
    {facts
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
