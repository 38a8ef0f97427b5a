import { CaseCard } from './case-card'
import { useCases } from './use-cases'

/** What of the household is under way, or was taken from it, first on its page; nothing where there is nothing. */
export function GoingOn({ proxyId }: { proxyId?: string | undefined }) {
  const { data } = useCases(proxyId)
  return (
    <>
      {data?.cases
        .filter(({ standing }) => standing === 'going' || standing === 'told')
        .map((one) => (
          <CaseCard key={one.id} told={one} proxyId={proxyId} />
        ))}
    </>
  )
}
