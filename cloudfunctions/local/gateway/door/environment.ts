/** The environment variables that make an unmodified cloud function talk to a gateway. */
export function sdkEnvironment({
  url,
  envId,
  secretId,
  secretKey,
}: {
  url: string
  envId: string
  secretId: string
  secretKey: string
}): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    // Without it the SDK asks Tencent's metadata service twice before every request.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
  }
}
