"""The words of the book's own furniture, in both languages."""

from __future__ import annotations

from ..model import Lang, Text
from ..wording.phrases import STATUS

LABELS: dict[str, Text] = {
    "indicator": Text("Chỉ tiêu", "Indicator"),
    "scope": Text("Phạm vi", "Scope"),
    "value": Text("Giá trị", "Value"),
    "unit": Text("Đơn vị tính", "Unit"),
    "status": Text("Tình trạng", "Status"),
    "as_of": Text("Thời điểm", "As of"),
    "previous": Text("Năm trước", "Year before"),
    "change": Text("Thay đổi", "Change"),
    "target": Text("Mục tiêu", "Target"),
    "set_by": Text("Văn bản", "Set by"),
    "verdict": Text("Đánh giá", "Verdict"),
    "definition": Text("Định nghĩa", "Definition"),
    "supplier": Text("Đơn vị cung cấp", "Supplied by"),
    "method": Text("Cách tính", "Method"),
    "quote": Text("Câu trong báo cáo", "Sentence in the report"),
    "source": Text("Nguồn", "Source"),
    "history": Text("Các năm", "History"),
    "direction": Text("Chiều hướng tốt", "Better when"),
    "better_higher": Text("cao hơn", "higher"),
    "better_lower": Text("thấp hơn", "lower"),
    "better_neither": Text("không xét", "neither"),
    "best": Text(
        "Với các chỉ tiêu này, cao hơn là tốt hơn, trừ nơi ghi khác.",
        "For these indicators higher is better, unless said otherwise.",
    ),
    "best_lower": Text("càng thấp càng tốt", "lower is better"),
    "id": Text("Mã chỉ tiêu", "Indicator’s id"),
    "compiler": Text("Người biên soạn", "The compiler"),
    "not_recorded": Text("chưa ghi", "not recorded"),
    "retrieved": Text("lấy ngày", "retrieved"),
    "cited_from": Text("dẫn theo", "cited from"),
    "no_address": Text("không có địa chỉ bài", "no address of the article"),
    "not_found": Text("không gặp", "none found"),
    "not_stated": Text("báo cáo không nêu", "not stated in the report"),
    "table": Text("Bảng số liệu", "Data table"),
    "csv": Text("Tải CSV", "Download CSV"),
    "see_source": Text("Xem trong báo cáo gốc", "See it in the source report"),
    "no_change": Text(
        "Chưa có thay đổi nào so với năm trước: báo cáo không nêu, "
        "và chưa đủ số liệu hai năm để tính.",
        "No change from the year before: the report states none, "
        "and two years are not at hand to compute one.",
    ),
    "no_target": Text(
        "Không tìm thấy mục tiêu nào cho các chỉ tiêu trong chương này.",
        "No target was found for the indicators of this chapter.",
    ),
    "no_weakness": Text(
        "Báo cáo không nêu điểm yếu nào trong chương này.",
        "The report names no weakness in this chapter.",
    ),
    "no_missing": Text(
        "Mọi chỉ tiêu của chương này đều có số liệu.",
        "Every indicator of this chapter has a value.",
    ),
    "reported_as": Text("báo cáo ghi", "the report says"),
    "corrected": Text("số hiệu chỉnh của người biên soạn", "corrected by the compiler"),
    "derived": Text("suy ra", "derived"),
    "unit_unstated": Text("báo cáo không nêu đơn vị", "the report states no unit"),
    "no_commentary": Text(
        "Phần bình luận của năm này chưa được viết.",
        "The commentary for this year has not been written yet.",
    ),
    "has": Text("có", "yes"),
    "lacks": Text("chưa", "no"),
    "unstated": Text("báo cáo không nêu", "not stated"),
    "place": Text("Địa bàn, cơ quan", "Place or agency"),
    "says": Text("Báo cáo nói gì", "What the report says"),
    "open_list": Text("danh sách mở", "open list"),
    "closed_list": Text("danh sách đóng", "closed list"),
    "closed_means": Text(
        "Danh sách đóng: báo cáo kể đủ, nơi không có tên thì không thuộc danh sách.",
        "A closed list: the report names them all, and a place not named is not one of them.",
    ),
    "open_means": Text(
        "Danh sách mở: báo cáo không nói gì về những nơi không được nêu tên.",
        "An open list: the report says nothing of the places it does not name.",
    ),
    "no_standing": Text(
        "Báo cáo không nêu tên địa bàn, cơ quan nào.", "The report names no place or agency."
    ),
    "no_districts": Text(
        "Năm này không có cấp huyện, nên không có địa bàn nào để liệt kê.",
        "There is no district level in this year, and so no district to list.",
    ),
    "dataset": Text(
        "Số liệu chuyển đổi số của tỉnh theo từng nội dung, mỗi số kèm câu nêu ra nó.",
        "The province’s digital-transformation figures by pillar, each with its sentence.",
    ),
    "needs_explaining": Text("con số cần làm rõ", "the number is to be clarified"),
    "flagged": Text("cần làm rõ", "to be clarified"),
    "supplier_unknown": Text("Đơn vị chủ trì báo cáo", "The unit that issued the report"),
    "no_statement": Text(
        "Báo cáo không nêu nhận định nào khác trong chương này.",
        "The report makes no other statement in this chapter.",
    ),
    "no_derived": Text(
        "Không có số liệu nào suy ra được về năm trước.",
        "Nothing can be derived about the year before.",
    ),
    "no_reference": Text(
        "Không có số liệu nào để đối chiếu.", "There is no value to compare with."
    ),
    "points": Text("điểm phần trăm", "percentage points"),
    "partly_named": Text(
        "báo cáo một phần: chỉ nêu tên một số nơi, xem trên trang này",
        "partly reported: some are named only, see above on this page",
    ),
    "not-reported": STATUS["not-reported"],
    "partly": Text("báo cáo một phần", "partly reported"),
    "by_province": Text("Tỉnh", "Province"),
    "by_national": Text("Trung ương", "Central government"),
    "province": Text("của tỉnh", "provincial"),
    "national": Text("quốc gia", "national"),
    "downloads": Text("Tải về", "Download"),
    "term": Text("Thuật ngữ", "Term"),
    "meaning": Text("Nghĩa", "Meaning"),
    "numerator": Text("Tử số", "Numerator"),
    "denominator": Text("Mẫu số", "Denominator"),
    "note": Text("Ghi chú", "Note"),
    "pillar": Text("Nội dung", "Pillar"),
    "what_it_shows": Text("Biểu đồ cho thấy gì", "What the chart shows"),
}


def label(name: str, lang: Lang) -> str:
    """A word of the furniture."""
    return LABELS[name][lang]
