/** Metrics of one process, as prom-client gives them. */
export type ProcessMetrics = object[]

/** The processes that serve the same address, this one among them. */
export type Peers = {
  /** Says where the metrics of this one are to be had. */
  share(own: () => Promise<ProcessMetrics>): void
  /** Of all that answer within a moment. */
  gather(): Promise<ProcessMetrics[]>
}
