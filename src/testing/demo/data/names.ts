import type { CityKey } from "./cities";

/** People who share a language at home, so that name and languages fit each other. */
export type Community = {
  languages: readonly string[];
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
};

const list = (names: string) => names.split(" ").map((name) => name.replaceAll("_", " "));

const american: Community = {
  languages: [],
  women: list("Hannah Grace Caroline Megan Olivia Rachel Emily Katherine Abigail Siobhan"),
  men: list("Daniel Patrick Samuel Thomas Andrew Benjamin William Peter Henry Declan"),
  families: list("Whitfield O'Brien Sullivan Carter Bennett Fitzgerald Holloway McAllister Reed"),
};
const africanAmerican: Community = {
  languages: [],
  women: list("Imani Danielle Simone Renee Monique Camille Naomi Jasmine"),
  men: list("Marcus Isaiah Terrence Julian Malcolm Andre Xavier Reginald"),
  families: list("Washington Jefferson Booker Freeman Hayes Coleman Gaines Whitaker"),
};
const latin: Community = {
  languages: ["Spanish"],
  women: list("Lucía Elena Marisol Ximena Carmen Valeria Inés Paloma"),
  men: list("Andrés Javier Mateo Tomás Rafael Joaquín Héctor Emilio"),
  families: list("Hernández Muñoz Castañeda Villarreal Peña Rodríguez Ibáñez Gutiérrez Cárdenas"),
};
const polish: Community = {
  languages: ["Polish"],
  women: list("Agnieszka Małgorzata Zofia Katarzyna Ewa"),
  men: list("Paweł Łukasz Tomasz Andrzej Michał"),
  families: list("Kowalczyk Wójcik Nowak Kaczmarek Woźniak Mazur"),
};
const chinese: Community = {
  languages: ["Mandarin", "Cantonese"],
  women: list("Mei-Ling Xiaoyan Grace Yan Jia-Yi"),
  men: list("Wei Jun David Zhihao Kevin"),
  families: list("Chen Zhang Liu Huang Lam Tsai"),
};
const korean: Community = {
  languages: ["Korean"],
  women: list("Ji-woo Soo-jin Hye-rin Min-seo"),
  men: list("Min-jun Sung-ho Dong-hyun Jae"),
  families: list("Park Choi Jung Yoon Kang"),
};
const southAsian: Community = {
  languages: ["Hindi", "Urdu"],
  women: list("Priya Anjali Kavita Farah Deepa Sana Meera Ayesha"),
  men: list("Arjun Rohan Vikram Imran Sanjay Nikhil Faisal Anand"),
  families: list("Raman Iyer Siddiqui Kapoor Venkataraman Qureshi Bhatt Menon"),
};
const arab: Community = {
  languages: ["Arabic"],
  women: list("Layla Rania Huda Yasmin Nour"),
  men: list("Omar Karim Tariq Samir Yousef"),
  families: list("Haddad Mansour Al-Sayed Khoury Nasser Barakat"),
};
const nigerian: Community = {
  languages: ["Yoruba", "Igbo"],
  women: list("Adaeze Folake Ngozi Chiamaka Temitope"),
  men: list("Oluwaseun Chukwudi Babajide Tunde Obinna"),
  families: list("Okonkwo Adeyemi Okafor Balogun Eze"),
};
const senegalese: Community = {
  languages: ["French", "Wolof"],
  women: list("Aminata Fatou Awa Mariama"),
  men: list("Mamadou Ousmane Cheikh Ibrahima"),
  families: list("N'Diaye Diop Sarr Fall Ba"),
};
const turkish: Community = {
  languages: ["Turkish"],
  women: list("Elif Zeynep Ayşe Defne"),
  men: list("Emre Mehmet Kerem Çağlar"),
  families: list("Yılmaz Öztürk Çelik Aydın Koç"),
};
const vietnamese: Community = {
  languages: ["Vietnamese"],
  women: list("Linh Thảo Mai Ngọc"),
  men: list("Minh Quang Huy Tuấn"),
  families: list("Nguyễn Trần Phạm Đặng Võ"),
};
const filipino: Community = {
  languages: ["Tagalog"],
  women: list("Maria_Teresa Angelica Rowena Jocelyn"),
  men: list("Jose_Miguel Ramon Paolo Ernesto"),
  families: list("Santos dela_Cruz Reyes Villanueva Bautista"),
};
const maharashtrian: Community = {
  languages: [],
  women: list("Aditi Sneha Rutuja Gauri Leena"),
  men: list("Aditya Sachin Nilesh Pranav Ashwin"),
  families: list("Deshpande Kulkarni Patwardhan Joshi Gokhale"),
};
const gujarati: Community = {
  languages: ["Gujarati"],
  women: list("Nandini Zarin Hetal Shreya"),
  men: list("Harsh Cyrus Salim Jignesh"),
  families: list("Mistry Shah Merchant Parekh"),
};
const goan: Community = {
  languages: ["Konkani"],
  women: list("Maria Sharmila Lorna"),
  men: list("Joaquim Savio Melvin"),
  families: list("D'Souza Fernandes Pinto"),
};
const german: Community = {
  languages: [],
  women: list("Katharina Annika Jördis Friederike Johanna Greta"),
  men: list("Jürgen Matthias Sören Björn Lukas Felix"),
  families: list("Schäfer Müller-Brandt Großmann Krüger Vogel Lindner Weiß Hübner"),
};
const nepali: Community = {
  languages: [],
  women: list("Sarita Anushka Pema Bimala Sujata Reshma"),
  men: list("Bishal Rajendra Tenzing Prakash Suman Dipesh"),
  families: list("Shrestha Adhikari Sherpa Thapa Maharjan Bhattarai Gurung"),
};
const australian: Community = {
  languages: [],
  women: list("Charlotte Matilda Bronwyn Lauren Georgia"),
  men: list("Lachlan Angus Callum Hamish Jack"),
  families: list("Mackenzie Whitlam Fraser O'Connor Hughes Barton"),
};
const greek: Community = {
  languages: ["Greek"],
  women: list("Eleni Despina Sofia"),
  men: list("Nikos Dimitri Stavros"),
  families: list("Papadopoulos Georgiou Katsaros"),
};

export const communities: Record<CityKey, readonly Community[]> = {
  chicago: [
    american,
    latin,
    africanAmerican,
    southAsian,
    polish,
    american,
    chinese,
    latin,
    arab,
    africanAmerican,
    korean,
    nigerian,
    filipino,
    turkish,
    vietnamese,
    senegalese,
  ],
  mumbai: [maharashtrian, gujarati, maharashtrian, goan],
  berlin: [german, turkish, german, polish, arab, vietnamese],
  kathmandu: [nepali],
  sydney: [australian, chinese, greek, southAsian, australian, arab, vietnamese],
};
