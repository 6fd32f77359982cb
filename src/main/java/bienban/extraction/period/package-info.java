/**
 * Spans of time as reports state them: "6 tháng đầu năm 2022", "quý I", "năm 2020".
 *
 * <p>A term of office (nhiệm kỳ, giai đoạn) is read too, but told apart: it dates a document or a committee, not a figure.
 */
package bienban.extraction.period;
