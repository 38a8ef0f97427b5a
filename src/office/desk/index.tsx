import { useQuery } from '@tanstack/react-query'
import { Screen } from '../../features/public/reading/screen'
import { WhenReady } from '../../ui/read/when-ready'

/** All of the desk in one file of its own, with its styles: a farmer's browser never loads it. */
const loadDesk = async () => {
  const [{ Desk }] = await Promise.all([
    import(/* webpackMode: "lazy", webpackChunkName: "office" */ './desk'),
    import(/* webpackMode: "lazy", webpackChunkName: "office" */ './desk.scss'),
  ])
  return { Desk }
}

export default function DeskPage() {
  const loading = useQuery({ queryKey: ['office-desk'], queryFn: loadDesk, staleTime: Infinity })
  if (loading.data) return <loading.data.Desk />
  return (
    <Screen title="小康码办公">
      <WhenReady query={loading} words="正在打开办公页面…">
        {() => null}
      </WhenReady>
    </Screen>
  )
}
