import { View } from '@tarojs/components'
import { callErrorOf } from '../../services/wire/reply'
import { sayPhoneMoment } from '../../services/wire/clock'
import { Link } from '../act/link'

interface Asked {
  data: unknown
  error: Error | null
  dataUpdatedAt: number
  isFetching: boolean
  refetch: () => unknown
}

/** 没有网络，这是 10月12日 08:00 看到的内容 [再试一次]. Nothing while the newest asking was answered. */
export function KeptLine({ query: { data, error, dataUpdatedAt, isFetching, refetch } }: { query: Asked }) {
  if (!error) return null
  return (
    <View className="notice notice--plain kept" role="status">
      <View className="kept__words">
        {data === undefined ? `${whyNot(error)}。连上以后再试一次` : `${whyNot(error)}，这是 ${sayPhoneMoment(dataUpdatedAt)} 看到的内容`}
      </View>
      <Link
        id="retry"
        onPress={() => {
          void refetch()
        }}
      >
        {isFetching ? '正在再试…' : '再试一次'}
      </Link>
    </View>
  )
}

function whyNot(error: Error): string {
  const code = callErrorOf(error)?.code
  if (code === 'offline') return '没有网络'
  return code === 'slow' ? '网络太慢' : '县里的服务器没有回应'
}
