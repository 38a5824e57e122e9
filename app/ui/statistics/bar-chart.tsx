import { WideTable } from "~/ui/layout/wide-table";
import styles from "./bar-chart.module.css";

export interface Bar {
  label: string;
  value: number;
  /** The value in words, where a number says too little. */
  text?: string;
}

interface BarChartProps {
  title: string;
  bars: Bar[];
  /** The heads of the table behind it. */
  heads: [label: string, value: string];
  /** What opens the table. */
  table: string;
}

const size = { width: 640, height: 200, foot: 28, head: 18 };

/** Upright bars with their numbers, and the same as a table: nothing is told by the drawing alone. */
export function BarChart({ title, bars, heads, table }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = size.width / Math.max(1, bars.length);
  const room = size.height - size.foot - size.head;
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={title}>
        {bars.map(({ label, value, text }, index) => {
          const height = (value / most) * room;
          const x = index * step;
          return (
            <g key={label}>
              <rect x={x + step * 0.15} y={size.head + room - height} width={step * 0.7} height={height} />
              <text x={x + step / 2} y={size.head + room - height - 5}>
                {text ?? value}
              </text>
              <text x={x + step / 2} y={size.height - 8} className={styles.label}>
                {label}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={size.width} y1={size.head + room} y2={size.head + room} />
      </svg>
      <details>
        <summary>{table}</summary>
        <WideTable label={title} className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{text ?? value}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </figure>
  );
}
