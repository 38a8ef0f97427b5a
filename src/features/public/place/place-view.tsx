import { useEffect } from 'react'
import type { BulletinHome } from '#contract/bulletin/actions'
import type { ScannedPlace } from '../../../services/scan/scanned-place'
import { Heading } from '../../../ui/read/heading'
import { HelpLine } from '../../../ui/read/help-line'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { NoticesPart } from './notices-part'
import { noteScan } from './note-scan'
import { PlaceRows } from './place-rows'
import { TotalsPart } from './totals-part'
import { usePlace } from './use-place'

interface Props {
  place: ScannedPlace
  help: BulletinHome['county']['helpLine'] | undefined
}

/** A poster's page. What the poster promises stands there at once, whatever becomes of the rest. */
export function PlaceView({ place: { code, scanned }, help }: Props) {
  const query = usePlace(code)
  usePull(query)
  useEffect(() => {
    if (scanned) noteScan(code)
  }, [code, scanned])
  const place = query.data?.place
  return (
    <>
      <Heading level={1}>{place ? place.town + place.name : '小康码'}</Heading>
      <PlaceRows place={code} />
      <WhenReady query={query}>
        {(page) => (
          <>
            <TotalsPart totals={page.totals} />
            <NoticesPart page={page} phone={help?.phone} />
          </>
        )}
      </WhenReady>
      {help && <HelpLine {...help} />}
    </>
  )
}
