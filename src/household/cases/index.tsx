import { AllCases } from '../../features/own/cases/all-cases'
import { Screen } from '../../features/public/reading/screen'
import '../household.scss'

export default function CasesPage() {
  return (
    <Screen title="办到哪一步">
      <AllCases />
    </Screen>
  )
}
